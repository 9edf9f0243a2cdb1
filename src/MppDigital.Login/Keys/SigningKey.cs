using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Login.Keys;

/// <summary>
/// A key of the issuer. It is announced before it signs, so that every host has fetched it, and still published after it stopped,
/// so that what it signed can be checked until it expires.
/// </summary>
internal sealed class SigningKey
{
    public static readonly TimeSpan InUse = TimeSpan.FromDays(90);

    public static readonly TimeSpan AnnouncedBefore = TimeSpan.FromDays(14);

    public static readonly TimeSpan KeptAfter = TimeSpan.FromDays(14);

    private SigningKey()
    {
    }

    public string Kid { get; private set; } = "";

    /// <summary><c>ES256</c> or <c>RS256</c>.</summary>
    public string Algorithm { get; private set; } = "";

    /// <summary>PKCS#8, encrypted.</summary>
    public byte[] SealedPrivateKey { get; private set; } = [];

    public DateTime SignsFrom { get; private set; }

    public DateTime SignsUntil => SignsFrom + InUse;

    public DateTime RetiresAt { get; private set; }

    public static SigningKey Of(string kid, string algorithm, byte[] sealedPrivateKey, DateTime signsFrom) =>
        new()
        {
            Kid = kid,
            Algorithm = algorithm,
            SealedPrivateKey = sealedPrivateKey,
            SignsFrom = signsFrom,
            RetiresAt = signsFrom + InUse + KeptAfter,
        };
}

internal sealed class SigningKeyMapping : IEntityTypeConfiguration<SigningKey>
{
    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("SigningKeys");
        builder.HasKey(k => k.Kid);
        builder.Property(k => k.Kid).HasMaxLength(64);
        builder.Property(k => k.Algorithm).HasMaxLength(10);
        builder.Property(k => k.SealedPrivateKey).HasMaxLength(4000);
        builder.Ignore(k => k.SignsUntil);
        // Two nodes that rotate at the same moment must not leave two successors.
        builder.HasIndex(k => new { k.Algorithm, k.SignsFrom }).IsUnique();
    }
}
