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

    /// <summary>Keyed hash of the confirmed phone number. Families share a phone, so it is not unique.</summary>
    public string? PhoneLookup { get; private set; }

    /// <summary><see cref="PersonalData"/>, encrypted.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>Four digits; null for citizens and for the ministry.</summary>
    public string? RegencyCode { get; private set; }

    /// <summary>Secret of the second factor, encrypted; null where none is due.</summary>
    public byte[]? TotpSealed { get; private set; }

    /// <summary>The last time step whose code was taken: a code works once.</summary>
    public long TotpStep { get; private set; }

    /// <summary>Signs documents, gives roles or sees the whole nation: a second factor is due, and a passkey once one is made.</summary>
    public bool NeedsStrongFactor { get; private set; }

    public AccountStanding Standing { get; private set; }

    public ProofOfPerson Proof { get; private set; }

    public bool IsDemo { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public static Account ForCitizen(string sub, string nikLookup, string? phoneLookup, byte[] sealedData, ProofOfPerson proof, DateTime now) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Sub = sub,
            Kind = AccountKind.Citizen,
            NikLookup = nikLookup,
            PhoneLookup = phoneLookup,
            Proof = proof,
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

    /// <param name="step">Of the code that was shown already; 0 where none was.</param>
    public void UseTotp(byte[] sealedSecret, long step) => (TotpSealed, TotpStep) = (sealedSecret, step);

    public void StopTotp() => TotpSealed = null;

    /// <summary>For the ministry and for officers who sign.</summary>
    public void RequireStrongFactor() => NeedsStrongFactor = true;

    /// <summary>The civil register, or an officer who saw the identity card, confirmed who this is.</summary>
    public void ConfirmPerson(ProofOfPerson by, byte[] sealedData) => (Proof, Sealed) = (by, sealedData);

    /// <summary>The person keeps <see cref="Sub"/>, and with it every application.</summary>
    public void CorrectNik(string nikLookup, byte[] sealedData) => (NikLookup, Sealed) = (nikLookup, sealedData);

    public void ChangeContact(string? phoneLookup, byte[] sealedData) => (PhoneLookup, Sealed) = (phoneLookup, sealedData);

    /// <summary>After a death notice: nobody signs in until an officer has looked at it.</summary>
    public void Freeze() => Standing = AccountStanding.Frozen;

    public void Thaw() => Standing = AccountStanding.Active;

    /// <summary>Gives the NIK free; <see cref="Sub"/> stays, because applications and their legal records name it.</summary>
    public void Close(byte[] emptied)
    {
        Standing = AccountStanding.Closed;
        (NikLookup, PhoneLookup, PasswordHash, TotpSealed) = (null, null, null, null);
        Sealed = emptied;
    }

    public void MarkAsDemo() => IsDemo = true;
}

internal enum AccountKind
{
    Citizen,
    Staff,
}

internal enum AccountStanding
{
    Active,
    Frozen,
    Closed,
}

/// <summary>Who said that a citizen is who they say.</summary>
internal enum ProofOfPerson
{
    /// <summary>The register did not answer yet; it is asked again.</summary>
    Open,
    Register,
    Officer,

    /// <summary>An outside identity provider that compared the face.</summary>
    Outside,
}
