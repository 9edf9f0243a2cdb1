using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Secrets;

namespace MppDigital.Login.Accounts;

/// <summary>The code that lets one person take a role. What the role is, its regency knows; the login knows whom it is for and where.</summary>
internal sealed class StaffInvitation
{
    private StaffInvitation()
    {
    }

    /// <summary>As the regency numbered it.</summary>
    public Guid Id { get; private set; }

    /// <summary>Keyed hash.</summary>
    public string CodeHash { get; private set; } = "";

    /// <summary>Four digits.</summary>
    public string RegencyCode { get; private set; } = "";

    /// <summary><see cref="PersonalData"/> with name and e-mail address, encrypted.</summary>
    public byte[] Sealed { get; private set; } = [];

    public bool NeedsStrongFactor { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>The only account that may take it, once there is one.</summary>
    public Guid? AccountId { get; private set; }

    public DateTime? AcceptedAt { get; private set; }

    public static StaffInvitation Of(Guid id, string codeHash, string regencyCode, byte[] sealedData, bool needsStrongFactor, DateTime expiresAt) =>
        new() { Id = id, CodeHash = codeHash, RegencyCode = regencyCode, Sealed = sealedData, NeedsStrongFactor = needsStrongFactor, ExpiresAt = expiresAt };

    public bool IsOpenTo(Guid accountId) => AccountId is null || AccountId == accountId;
}

internal sealed class StaffInvitationMapping : IEntityTypeConfiguration<StaffInvitation>
{
    public void Configure(EntityTypeBuilder<StaffInvitation> builder)
    {
        builder.ToTable("StaffInvitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.CodeHash).HasMaxLength(FieldCipher.LookupLength);
        builder.HasIndex(i => i.CodeHash).IsUnique();
        builder.Property(i => i.RegencyCode).HasMaxLength(4);
        builder.Property(i => i.Sealed).HasMaxLength(2000);
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
