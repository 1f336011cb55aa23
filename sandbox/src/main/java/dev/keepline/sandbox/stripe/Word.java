package dev.keepline.sandbox.stripe;

import java.util.Locale;

/** Every sentence of the hosted pages, in English and Chinese. */
enum Word {
    TITLE("Pay", "付款"),
    BAND("SANDBOX: test cards only. No real money moves here.", "沙盒环境：仅限测试卡，不会发生真实扣款。"),
    AMOUNT_DUE("Amount due", "应付金额"),
    HELD("The amount is held first and taken only after delivery.", "金额先冻结，交付后才会扣款。"),
    EMAIL("E-mail", "电子邮箱"),
    NUMBER("Card number", "卡号"),
    EXPIRY("Expiry (MM / YY)", "有效期（月 / 年）"),
    CVC("CVC", "安全码"),
    PAY("Pay", "支付"),
    CANCEL("Cancel and go back", "取消并返回"),
    TEST_CARDS("Test cards", "测试卡"),
    ANY_FUTURE("Any expiry in the future and any CVC will do.", "有效期填任意未来月份，安全码任意。"),
    CARD_GOOD("is paid", "支付成功"),
    CARD_3DS("asks for 3D Secure", "需要 3D 验证"),
    CARD_DECLINED("is declined", "被拒绝"),
    CARD_FUNDS("has insufficient funds", "余额不足"),
    CARD_REFUND_FAILS("is paid; its refund fails later", "支付成功，但之后退款失败"),
    NUMBER_MISSING("Type a card number.", "请输入卡号。"),
    NOT_A_TEST_CARD(
            "This is a sandbox: it takes Stripe’s documented test cards only. Never type a real card here.",
            "这是沙盒环境，只接受 Stripe 公布的测试卡。请勿在此输入真实卡号。"),
    EXPIRY_UNREADABLE("Type month and year, for example 12 / 34.", "请输入月份和年份，例如 12 / 34。"),
    EXPIRY_PAST("This date is in the past.", "该日期已过期。"),
    CVC_THREE("Type the three digits of the CVC.", "请输入三位安全码。"),
    CVC_FOUR("Type the four digits of the CVC.", "请输入四位安全码。"),
    DECLINED("The card was declined. Try another one.", "该卡被拒绝，请换一张卡再试。"),
    FUNDS("The card has insufficient funds. Try another one.", "余额不足，请换一张卡再试。"),
    EXPIRED_CARD("The card has expired. Try another one.", "该卡已过期，请换一张卡再试。"),
    WRONG_CVC("The security code is wrong.", "安全码不正确。"),
    PROCESSING("The card could not be processed. Try again in a moment.", "暂时无法处理该卡，请稍后再试。"),
    NOT_AUTHENTICATED("The card was not authenticated. Try again or use another one.", "未通过验证，请重试或换一张卡。"),
    CHALLENGE_TITLE("3D Secure", "3D 安全验证"),
    CHALLENGE("Your test bank asks whether this payment is yours.", "测试银行需要确认这笔付款由您本人发起。"),
    COMPLETE("Complete", "通过验证"),
    FAIL("Fail", "验证失败"),
    CHALLENGE_OVER_TITLE("This check is over", "此验证已结束"),
    CHALLENGE_OVER("Go back to the shop to see how it ended.", "请返回商家页面查看结果。"),
    PAID_TITLE("Already paid", "已完成付款"),
    PAID("This page was used already: the payment is complete.", "此页面已使用：付款已完成。"),
    CONTINUE("Continue", "继续"),
    EXPIRED_TITLE("This payment page has expired", "此付款页面已过期"),
    EXPIRED("Nothing was charged. Go back and start again.", "没有任何扣款，请返回重新开始。"),
    BACK("Go back", "返回"),
    UNKNOWN_TITLE("There is no such payment page", "找不到此付款页面"),
    UNKNOWN("Check the link, or start the payment again.", "请检查链接，或重新开始付款。"),
    TROUBLE_TITLE("Something went wrong", "出错了"),
    TROUBLE("The page could not be shown. Try again.", "页面无法显示，请重试。");

    private final String english;
    private final String chinese;

    Word(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    String in(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    /** What a decline says to the person at the page: never why an issuer mistrusts a card. */
    static Word ofDecline(String code, String declineCode) {
        return switch (code) {
            case "expired_card" -> EXPIRED_CARD;
            case "incorrect_cvc" -> WRONG_CVC;
            case "processing_error" -> PROCESSING;
            case "payment_intent_authentication_failure" -> NOT_AUTHENTICATED;
            default -> declineCode.equals("insufficient_funds") ? FUNDS : DECLINED;
        };
    }
}
