using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Login.Keys;

namespace MppDigital.Login.Accounts;

/// <summary>A browser in which this person has signed in before: strangers who guess at the account do not lock it out.</summary>
internal sealed class KnownDevice
{
    private KnownDevice()
    {
    }

    /// <summary>Hash of the value in the browser's cookie.</summary>
    public string DeviceHash { get; private set; } = "";

    public Guid AccountId { get; private set; }

    public DateTime LastUsedAt { get; private set; }

    public static KnownDevice Of(string deviceHash, Guid accountId, DateTime now) => new() { DeviceHash = deviceHash, AccountId = accountId, LastUsedAt = now };
}

internal sealed class KnownDeviceMapping : IEntityTypeConfiguration<KnownDevice>
{
    public void Configure(EntityTypeBuilder<KnownDevice> builder)
    {
        builder.ToTable("KnownDevices");
        builder.HasKey(d => new { d.AccountId, d.DeviceHash });
        builder.Property(d => d.DeviceHash).HasMaxLength(Handle.Length);
        builder.HasIndex(d => d.LastUsedAt);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
