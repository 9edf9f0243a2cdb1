namespace MppDigital.Login.Accounts;

/// <summary>A NIK as people type it.</summary>
internal static class NikInput
{
    public static string Of(string? typed) => (typed ?? "").Replace(" ", "", StringComparison.Ordinal).Trim();
}
