using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Documents;

/// <summary>What the citizen holds in the end. One per application and issue, by constraint: a document that was revoked or replaced stays as it was.</summary>
internal sealed class IssuedDocument : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid ApplicationId { get; init; }

    /// <summary>Number printed on it, without gaps per product and year.</summary>
    public string Number { get; init; } = "";

    /// <summary>Encrypted: it is the key by which anyone can look the document up.</summary>
    public byte[] VerificationCode { get; init; } = [];

    public string ContentKey { get; init; } = "";

    public string Sha256 { get; init; } = "";

    public DateTime IssuedAt { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public bool Deemed { get; init; }

    /// <summary>1 for the document of the decision; a replacement counts on.</summary>
    public int Issue { get; init; } = 1;

    /// <summary>The official whose name stands on it; null where the law granted it.</summary>
    public string? Signer { get; init; }

    public string SignerAgency { get; init; } = "";

    /// <summary>When the signature inside the file was made; null in a register's own paper.</summary>
    public DateTime? SignedAt { get; init; }

    /// <summary>Of the certificate that the signature names, in hexadecimal.</summary>
    public string? CertificateSerial { get; init; }

    /// <summary>For example <c>RSA-SHA256</c>.</summary>
    public string? SignatureAlgorithm { get; init; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>Encrypted: it may speak of a person.</summary>
    public byte[] RevocationReason { get; private set; } = [];

    /// <summary>Why what the law granted was annulled; null for what an official signed.</summary>
    public AnnulmentGround? AnnulledFor { get; private set; }

    /// <summary>The <c>sub</c> of whoever revoked it.</summary>
    public string? RevokedBy { get; private set; }

    public DateTime? ReplacedAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>What a change must name. The issue is part of it: a new issue begins its own versions, and whoever saw the old one has not seen it.</summary>
    public long Seen => (Issue * 1_000_000L) + Version;

    public bool IsInForce => RevokedAt is null && ReplacedAt is null;

    public void Revoke(string by, AnnulmentGround? ground, byte[] reason, DateTime at) => (RevokedAt, RevokedBy, AnnulledFor, RevocationReason) = (at, by, ground, reason);

    public void Replace(DateTime at) => ReplacedAt = at;
}

/// <summary>A reminder that was written, so that none is written twice.</summary>
internal sealed class RenewalReminder
{
    public Guid DocumentId { get; init; }

    public int DaysBefore { get; init; }

    public DateTime At { get; init; }
}

internal sealed class IssuedDocumentMapping : IEntityTypeConfiguration<IssuedDocument>, IEntityTypeConfiguration<RenewalReminder>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> document)
    {
        document.ToTable("issued_documents");
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.Number).HasMaxLength(60);
        document.Property(d => d.ContentKey).HasMaxLength(43);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.Property(d => d.Signer).HasMaxLength(150);
        document.Property(d => d.SignerAgency).HasMaxLength(20);
        document.Property(d => d.CertificateSerial).HasMaxLength(64);
        document.Property(d => d.SignatureAlgorithm).HasMaxLength(30);
        document.Property(d => d.RevokedBy).HasMaxLength(40);
        document.Property(d => d.AnnulledFor).HasConversion<string>().HasMaxLength(10);
        document.Property(d => d.Version).IsConcurrencyToken();
        document.HasIndex(d => new { d.ApplicationId, d.Issue }).IsUnique();
        document.HasIndex(d => d.ValidUntil);
        document.HasIndex(d => d.Number).IsUnique();
        document.HasOne<Applications.Application>().WithMany().HasForeignKey(d => d.ApplicationId);
    }

    public void Configure(EntityTypeBuilder<RenewalReminder> reminder)
    {
        reminder.ToTable("renewal_reminders");
        reminder.HasKey(r => new { r.DocumentId, r.DaysBefore });
        reminder.HasOne<IssuedDocument>().WithMany().HasForeignKey(r => r.DocumentId);
    }
}
