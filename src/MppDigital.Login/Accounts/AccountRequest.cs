using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Login.Accounts;

/// <summary>Something about an account that only an officer may decide: a wrong NIK, a death.</summary>
internal sealed class AccountRequest
{
    private AccountRequest()
    {
    }

    public Guid Id { get; private set; }

    public Guid AccountId { get; private set; }

    public AccountRequestKind Kind { get; private set; }

    /// <summary>What was asked for, encrypted.</summary>
    public byte[] Sealed { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    /// <summary>Null for the person himself; <c>sub</c> of the officer otherwise.</summary>
    public string? ActorSub { get; private set; }

    public string? RegencyCode { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    /// <summary><c>sub</c> of the officer who decided.</summary>
    public string? DecidedBy { get; private set; }

    public bool? Granted { get; private set; }

    public static AccountRequest Of(Guid accountId, AccountRequestKind kind, byte[] sealedContent, string? actorSub, string? regencyCode, DateTime now) =>
        new() { Id = Guid.CreateVersion7(), AccountId = accountId, Kind = kind, Sealed = sealedContent, ActorSub = actorSub, RegencyCode = regencyCode, CreatedAt = now };

    /// <summary>A notice of death that was wrong: decided by whoever wrote it.</summary>
    public static AccountRequest Lifted(Guid accountId, byte[] sealedContent, string actorSub, string regencyCode, DateTime now)
    {
        var lifted = Of(accountId, AccountRequestKind.DeathLifted, sealedContent, actorSub, regencyCode, now);
        lifted.Decide(granted: true, actorSub, regencyCode, now);
        return lifted;
    }

    public void Decide(bool granted, string by, string regencyCode, DateTime now)
    {
        (Granted, DecidedBy, DecidedAt) = (granted, by, now);
        RegencyCode ??= regencyCode;
    }
}

internal enum AccountRequestKind
{
    NikCorrection,
    DeathNotice,
    DeathLifted,
}

internal sealed class AccountRequestMapping : IEntityTypeConfiguration<AccountRequest>
{
    public void Configure(EntityTypeBuilder<AccountRequest> builder)
    {
        builder.ToTable("AccountRequests");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(r => r.Sealed).HasMaxLength(2000);
        builder.Property(r => r.ActorSub).HasMaxLength(32);
        builder.Property(r => r.DecidedBy).HasMaxLength(32);
        builder.Property(r => r.RegencyCode).HasMaxLength(4);
        builder.HasIndex(r => r.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
