using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Integrations;

/// <summary>The regency's own agreement with one outside system; without a row the nation-wide setting counts.</summary>
internal sealed class OwnAccount : IVersioned
{
    public const string SecretPurpose = "connector-secret";

    /// <summary>Name of the connector: <c>Oss</c>.</summary>
    public required string Connector { get; init; }

    /// <summary>Where this regency reaches the system; empty: where everybody does.</summary>
    public string Address { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>Encrypted; empty while there is none.</summary>
    public byte[] Secret { get; private set; } = [];

    /// <summary>The last four signs, so that people can tell which one is stored; the rest is never shown again.</summary>
    public string SecretTail { get; private set; } = "";

    public DateTime? SecretAt { get; private set; }

    public DateTime ChangedAt { get; set; }

    public long Version { get; private set; }

    public void Keep(string secret, byte[] sealedSecret, DateTime at) => (Secret, SecretTail, SecretAt) = (sealedSecret, secret[^4..], at);
}

internal sealed class OwnAccountMapping : IEntityTypeConfiguration<OwnAccount>
{
    public void Configure(EntityTypeBuilder<OwnAccount> account)
    {
        account.ToTable("connector_accounts");
        account.HasKey(a => a.Connector);
        account.Property(a => a.Connector).HasMaxLength(20);
        account.Property(a => a.Address).HasMaxLength(300);
        account.Property(a => a.ClientId).HasMaxLength(100);
        account.Property(a => a.SecretTail).HasMaxLength(4);
        account.Property(a => a.Version).IsConcurrencyToken();
    }
}
