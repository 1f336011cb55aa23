package dev.keepline.portal.frame;

import dev.keepline.kernel.PlainText;
import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Every text of every form passes here, before any controller sees it. */
@ControllerAdvice
@ConditionalOnWebApplication
class TypedText {

    @InitBinder
    void plain(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(@Nullable String text) {
                setValue(text == null ? null : PlainText.of(text));
            }
        });
    }
}
