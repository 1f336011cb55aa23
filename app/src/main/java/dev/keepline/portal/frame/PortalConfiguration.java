package dev.keepline.portal.frame;

import dev.keepline.identity.UploadLimit;
import dev.keepline.imports.LineImports;
import dev.keepline.portal.words.Languages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;

/** What all pages share is read once, at start: a wrong language file stops the start, not a page. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PortalProperties.class)
class PortalConfiguration {

    /** For what stands around the file in its form. */
    private static final long AROUND = 64 * 1024;

    @Bean
    UploadLimit uploads() {
        return new UploadLimit("/console/imports", LineImports.MOST_BYTES + AROUND);
    }

    /** The page that says that a file is too large must not try to read that file once more. */
    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    @ConditionalOnWebApplication
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
            }
        };
    }

    @Bean
    Languages languages() {
        return Languages.load();
    }

    @Bean
    @ConditionalOnWebApplication
    Assets assets() {
        return Assets.load();
    }
}
