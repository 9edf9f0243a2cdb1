using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Login.Accounts;

/// <summary>Opens an account once when the authenticator is lost, or for the first time with a code printed at the counter.</summary>
internal sealed class RecoveryCode
{
    private RecoveryCode()
    {
    }

    public Guid AccountId { get; private set; }

    /// <summary>Keyed hash, bound to the account.</summary>
    public string CodeHash { get; private set; } = "";

    /// <summary>Null for codes that wait in a drawer; those printed at the counter do not.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <summary>Given at the counter: lets its holder choose a password, and is no second factor.</summary>
    public bool ForFirstUse { get; private set; }

    public static RecoveryCode SecondFactor(Guid accountId, string codeHash) => new() { AccountId = accountId, CodeHash = codeHash };

    public static RecoveryCode FirstUse(Guid accountId, string codeHash, DateTime expiresAt) => new() { AccountId = accountId, CodeHash = codeHash, ExpiresAt = expiresAt, ForFirstUse = true };
}

internal sealed class RecoveryCodeMapping : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.HasKey(c => new { c.AccountId, c.CodeHash });
        builder.Property(c => c.CodeHash).HasMaxLength(43);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
