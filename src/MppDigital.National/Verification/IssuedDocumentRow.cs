using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Verification;

/// <summary>What anyone may learn about an issued document. The code itself is not kept, only its hash.</summary>
internal sealed class IssuedDocumentRow
{
    public const int ProductLength = 150;
    public const int InitialsLength = 20;
    public const int NumberLength = 60;
    public const int SignerLength = 150;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string CodeHash { get; init; }

    /// <summary>The regency that issued it.</summary>
    public required string Code4 { get; init; }

    public required string DocumentNumber { get; init; }

    public required string Product { get; init; }

    public required string HolderInitials { get; init; }

    public required string ServiceCode { get; init; }

    public required int ServiceVersion { get; init; }

    public required DateTime IssuedAt { get; init; }

    /// <summary>Last day of validity in the regency's zone; null: no end.</summary>
    public required DateOnly? ValidUntil { get; init; }

    public required bool Deemed { get; init; }

    /// <summary>Of the PDF, in hexadecimal, so that a changed file is found out.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Whose signature or seal is inside the file; null in a paper that another register made, and with it the three that follow.</summary>
    public string? SignedBy { get; init; }

    public DateTime? SignedAt { get; init; }

    /// <summary>In hexadecimal.</summary>
    public string? CertificateSerial { get; init; }

    public string? SignatureAlgorithm { get; init; }

    public DocumentStatus Status { get; private set; }

    public DateTime? StatusChangedAt { get; private set; }

    /// <summary>Number of the document that took its place; null unless replaced.</summary>
    public string? ReplacedBy { get; private set; }

    public void Revoke(DateTime now) => End(DocumentStatus.Revoked, now, null);

    public void Replace(string by, DateTime now) => End(DocumentStatus.Replaced, now, by);

    private void End(DocumentStatus status, DateTime now, string? by)
    {
        if (Status == DocumentStatus.Valid) (Status, StatusChangedAt, ReplacedBy) = (status, now, by);
    }
}

public enum DocumentStatus
{
    Valid,
    Revoked,
    Replaced,
}

internal sealed class IssuedDocumentMapping : IEntityTypeConfiguration<IssuedDocumentRow>
{
    public void Configure(EntityTypeBuilder<IssuedDocumentRow> row)
    {
        row.ToTable("issued_documents");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.CodeHash).HasMaxLength(64);
        row.Property(r => r.Code4).HasMaxLength(4);
        row.Property(r => r.DocumentNumber).HasMaxLength(IssuedDocumentRow.NumberLength);
        row.Property(r => r.ReplacedBy).HasMaxLength(IssuedDocumentRow.NumberLength);
        row.Property(r => r.Product).HasMaxLength(IssuedDocumentRow.ProductLength);
        row.Property(r => r.HolderInitials).HasMaxLength(IssuedDocumentRow.InitialsLength);
        row.Property(r => r.ServiceCode).HasMaxLength(20);
        row.Property(r => r.SignedBy).HasMaxLength(IssuedDocumentRow.SignerLength);
        row.Property(r => r.CertificateSerial).HasMaxLength(64);
        row.Property(r => r.SignatureAlgorithm).HasMaxLength(30);
        row.Property(r => r.Sha256).HasMaxLength(64);
        row.HasIndex(r => r.CodeHash).IsUnique();
        row.HasIndex(r => new { r.Code4, r.DocumentNumber }).IsUnique();
    }
}
