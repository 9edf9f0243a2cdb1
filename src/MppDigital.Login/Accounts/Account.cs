using Microsoft.AspNetCore.Identity;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Accounts;

/// <summary>
/// Someone who can sign in. The framework's columns for user name, password hash and failed attempts are used; its plain columns for
/// e-mail and phone stay empty, because personal data is kept sealed.
/// </summary>
internal sealed class Account : IdentityUser<Guid>
{
    private Account()
    {
    }

    /// <summary>How everybody else knows this person: random, stable, tells nothing.</summary>
    public string Sub { get; private set; } = "";

    public AccountKind Kind { get; private set; }

    /// <summary>Keyed hash of the NIK, unique; null for staff.</summary>
    public string? NikLookup { get; private set; }

    /// <summary><see cref="PersonalData"/>, encrypted.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>Four digits; null for citizens and for the ministry.</summary>
    public string? RegencyCode { get; private set; }

    /// <summary>Secret of the second factor, encrypted; null where none is due.</summary>
    public byte[]? TotpSealed { get; private set; }

    /// <summary>The last time step whose code was taken: a code works once.</summary>
    public long TotpStep { get; private set; }

    public bool IsDemo { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public static Account ForCitizen(string sub, string nikLookup, byte[] sealedData, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Sub = sub,
            Kind = AccountKind.Citizen,
            NikLookup = nikLookup,
            Sealed = sealedData,
            CreatedAt = now,
            UserName = sub,
            NormalizedUserName = sub.ToUpperInvariant(),
        };

    public static Account ForStaff(string sub, string userName, string? regencyCode, byte[] sealedData, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Sub = sub,
            Kind = AccountKind.Staff,
            RegencyCode = regencyCode,
            Sealed = sealedData,
            CreatedAt = now,
            UserName = userName,
            NormalizedUserName = NormalizeUserName(userName),
        };

    public static string NewSub() => Handle.New()[..22];

    public static string NormalizeUserName(string userName) => userName.Trim().ToUpperInvariant();

    public void RequireSecondFactor(byte[] sealedSecret) => TotpSealed = sealedSecret;

    public void MarkAsDemo() => IsDemo = true;
}

internal enum AccountKind
{
    Citizen,
    Staff,
}
