package dev.keepline.portal.frame;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** After a form has done its work the browser is sent to a page, so that reloading sends nothing twice (RFC 9110, 303). */
public final class SeeOther {

    private SeeOther() {}

    /** To a page of ours, or to the payment gateway's absolute address. */
    public static ModelAndView to(String location) {
        var view = new RedirectView(location);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
