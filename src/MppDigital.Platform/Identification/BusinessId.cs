namespace MppDigital.Platform.Identification;

/// <summary>NIB, the business number that OSS gives out (PP 28/2025): 13 digits without a check digit, leading zeros kept.</summary>
public static class BusinessId
{
    public static bool IsSound(string digits) => digits.Length == 13 && digits.All(char.IsAsciiDigit);
}
