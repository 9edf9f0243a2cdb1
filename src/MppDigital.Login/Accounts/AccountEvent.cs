using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Login.Accounts;

/// <summary>What happened to an account, for its owner and for whoever examines a complaint. Holds no personal data.</summary>
internal sealed class AccountEvent
{
    private AccountEvent()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    /// <summary>One of <see cref="AccountEvents"/>.</summary>
    public string Kind { get; private set; } = "";

    public DateTime At { get; private set; }

    /// <summary>Null for the person himself; <c>sub</c> of the officer otherwise.</summary>
    public string? ActorSub { get; private set; }

    /// <summary>Four digits of the officer's regency.</summary>
    public string? RegencyCode { get; private set; }

    public static AccountEvent Of(Guid accountId, string kind, DateTime now) => new() { Id = Guid.CreateVersion7(), AccountId = accountId, Kind = kind, At = now };

    public static AccountEvent ByOfficer(Guid accountId, string kind, string actorSub, string regencyCode, DateTime now) =>
        new() { Id = Guid.CreateVersion7(), AccountId = accountId, Kind = kind, At = now, ActorSub = actorSub, RegencyCode = regencyCode };
}

internal static class AccountEvents
{
    public const string Registered = "registered";
    public const string RegisteredAtCounter = "registered-at-counter";
    public const string PersonConfirmed = "person-confirmed";
    public const string PersonRefuted = "person-refuted";
    public const string PasswordChanged = "password-changed";
    public const string PasswordReset = "password-reset";
    public const string ContactChanged = "contact-changed";
    public const string TotpOn = "totp-on";
    public const string TotpOff = "totp-off";
    public const string RecoveryCodesMade = "recovery-codes-made";
    public const string RecoveryCodeUsed = "recovery-code-used";
    public const string PasskeyAdded = "passkey-added";
    public const string PasskeyRemoved = "passkey-removed";
    public const string SessionEnded = "session-ended";
    public const string CorrectionAsked = "correction-asked";
    public const string DeathReported = "death-reported";
    public const string RegisteredOutside = "registered-outside";
    public const string OutsideBound = "outside-bound";
    public const string OutsideUnbound = "outside-unbound";
    public const string NikCorrected = "nik-corrected";
    public const string CorrectionRefused = "correction-refused";
    public const string DeathLifted = "death-lifted";
    public const string InvitationAccepted = "invitation-accepted";
    public const string RoleRemoved = "role-removed";
    public const string Closed = "closed";
}

internal sealed class AccountEventMapping : IEntityTypeConfiguration<AccountEvent>
{
    public void Configure(EntityTypeBuilder<AccountEvent> builder)
    {
        builder.ToTable("AccountEvents");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasMaxLength(30);
        builder.Property(e => e.ActorSub).HasMaxLength(32);
        builder.Property(e => e.RegencyCode).HasMaxLength(4);
        builder.HasIndex(e => new { e.AccountId, e.At });
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
