using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Residents.Wallet;

/// <summary>A paper that a person holds: issued by a regency, or brought once and accepted. The file lies encrypted in the vault's own folder.</summary>
internal sealed class WalletDocumentRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Sub { get; init; }

    public required string NikLookup { get; init; }

    /// <summary>What it proves, as definitions name it: <c>document.photo</c>, <c>mppd.license</c>; empty where it is kept and proves nothing to anybody else.</summary>
    public required string Fact { get; init; }

    public required WalletOrigin Origin { get; init; }

    /// <summary>Id of the upload or of the issue in its regency; told again, it is kept once.</summary>
    public required Guid OriginId { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>Who issued it, or whose officers accepted it.</summary>
    public required string Agency { get; init; }

    public required string Application { get; init; }

    public required string Service { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>Printed on it; empty for what the person brought.</summary>
    public required string Number { get; init; }

    public required string ContentKey { get; init; }

    public required string ContentType { get; init; }

    public required int Size { get; init; }

    public required DateTime VerifiedAt { get; init; }

    /// <summary>Last day on which it may be used; null: no end.</summary>
    public required DateOnly? ValidUntil { get; init; }
}

public enum WalletOrigin
{
    Issued,
    Uploaded,
}

internal sealed class WalletDocumentMapping : IEntityTypeConfiguration<WalletDocumentRow>
{
    public void Configure(EntityTypeBuilder<WalletDocumentRow> row)
    {
        row.ToTable("wallet_documents");
        row.Property(d => d.Id).ValueGeneratedNever();
        row.Property(d => d.Sub).HasMaxLength(40);
        row.Property(d => d.NikLookup).HasMaxLength(43);
        row.Property(d => d.Fact).HasMaxLength(60);
        row.Property(d => d.RegencyCode).HasMaxLength(5);
        row.Property(d => d.Agency).HasMaxLength(20);
        row.Property(d => d.Application).HasMaxLength(20);
        row.Property(d => d.Service).HasMaxLength(20);
        row.Property(d => d.Title).HasMaxLength(200);
        row.Property(d => d.TitleEn).HasMaxLength(200);
        row.Property(d => d.Number).HasMaxLength(60);
        row.Property(d => d.ContentKey).HasMaxLength(43);
        row.Property(d => d.ContentType).HasMaxLength(40);
        row.HasIndex(d => new { d.Sub, d.Fact });
        row.HasIndex(d => new { d.RegencyCode, d.OriginId }).IsUnique();
    }
}
