using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Accounts;

/// <summary>
/// Something that waits for typed codes: bound to the browser that began it, so that a code read over the phone to a stranger opens
/// nothing in the stranger's browser.
/// </summary>
internal sealed class Confirmation
{
    public const int MostTries = 5;

    /// <summary>The first one and three more.</summary>
    public const int MostSends = 4;

    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan WaitBetweenSends = TimeSpan.FromMinutes(1);

    private Confirmation()
    {
    }

    /// <summary>Hash of the value in the browser's cookie.</summary>
    public string HandleHash { get; private set; } = "";

    public ConfirmationPurpose Purpose { get; private set; }

    /// <summary>Null while there is no account yet, and where there is none to be found.</summary>
    public Guid? AccountId { get; private set; }

    /// <summary>Keyed hash; null where no code was sent that way.</summary>
    public string? PhoneCode { get; private set; }

    public string? EmailCode { get; private set; }

    /// <summary>What happens once the codes fit, encrypted.</summary>
    public byte[] Sealed { get; private set; } = [];

    /// <summary>Wrong ones since the last sending.</summary>
    public int Tries { get; private set; }

    public int Sends { get; private set; }

    public DateTime SentAt { get; private set; }

    /// <summary>Of the codes.</summary>
    public DateTime ExpiresAt { get; private set; }

    public static Confirmation Of(string handleHash, ConfirmationPurpose purpose, Guid? accountId, byte[] sealedContent, DateTime now) =>
        new() { HandleHash = handleHash, Purpose = purpose, AccountId = accountId, Sealed = sealedContent, SentAt = now, ExpiresAt = now + CodeLifetime };

    public bool MaySendAgain(DateTime now) => Sends < MostSends && now >= SentAt + WaitBetweenSends;

    public void Sent(string? phoneCode, string? emailCode, DateTime now)
    {
        (PhoneCode, EmailCode) = (phoneCode, emailCode);
        (Tries, SentAt, ExpiresAt) = (0, now, now + CodeLifetime);
        Sends++;
    }
}

internal enum ConfirmationPurpose
{
    Register,
    ResetPassword,
    ChangeContact,
    Passkey,
    Outside,
}

internal sealed class ConfirmationMapping : IEntityTypeConfiguration<Confirmation>
{
    public void Configure(EntityTypeBuilder<Confirmation> builder)
    {
        builder.ToTable("Confirmations");
        builder.HasKey(c => c.HandleHash);
        builder.Property(c => c.HandleHash).HasMaxLength(Handle.Length);
        builder.Property(c => c.Purpose).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.PhoneCode).HasMaxLength(43);
        builder.Property(c => c.EmailCode).HasMaxLength(43);
        builder.Property(c => c.Sealed).HasMaxLength(4000);
        builder.HasIndex(c => c.ExpiresAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
