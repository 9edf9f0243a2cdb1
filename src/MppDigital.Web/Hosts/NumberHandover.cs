using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using MppDigital.Platform.Tenancy;

namespace MppDigital.Web.Hosts;

/// <summary>
/// Carries the number of an application from the portal to the host of its regency. Hosts share no cookie and a plain link is all that works without
/// script, but addresses end up in histories and in logs on the way: so the address holds a sealed text that only that regency opens, and only for minutes.
/// </summary>
internal sealed class NumberHandover(IDataProtectionProvider protection)
{
    public const string Parameter = "titip";

    private const int Longest = 2000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    public string Seal(RegencyCode to, string number) => Protector(to).Protect(number, Life);

    /// <returns>Null when it is too old, altered or meant for another regency.</returns>
    public string? Open(RegencyCode at, string? text)
    {
        if (text is not { Length: > 0 and <= Longest }) return null;
        try
        {
            return Protector(at).Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private ITimeLimitedDataProtector Protector(RegencyCode regency) => protection.CreateProtector("number-handover", regency.Value).ToTimeLimitedDataProtector();
}
