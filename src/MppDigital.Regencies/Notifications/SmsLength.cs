namespace MppDigital.Regencies.Notifications;

/// <summary>What fits into one text message (3GPP TS 23.038): 160 signs of the GSM alphabet, of which a few count twice, or 70 as soon as one stands outside it.</summary>
public static class SmsLength
{
    private const string Basic = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Twice = "\f^{}\\[~]|€";

    /// <returns>How long it is, and how long it may be.</returns>
    public static (int Length, int Most) Of(string text) => text.All(c => Basic.Contains(c, StringComparison.Ordinal) || Twice.Contains(c, StringComparison.Ordinal))
        ? (text.Sum(c => Twice.Contains(c, StringComparison.Ordinal) ? 2 : 1), 160)
        : (text.Length, 70);
}
