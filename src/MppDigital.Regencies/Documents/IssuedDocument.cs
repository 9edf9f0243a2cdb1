using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Documents;

/// <summary>What the citizen holds in the end. One per application, by constraint.</summary>
internal sealed class IssuedDocument
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
}

internal sealed class IssuedDocumentMapping : IEntityTypeConfiguration<IssuedDocument>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> document)
    {
        document.ToTable("issued_documents");
        document.Property(d => d.Id).ValueGeneratedNever();
        document.Property(d => d.Number).HasMaxLength(60);
        document.Property(d => d.ContentKey).HasMaxLength(43);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.HasIndex(d => d.ApplicationId).IsUnique();
        document.HasIndex(d => d.Number).IsUnique();
        document.HasOne<Applications.Application>().WithMany().HasForeignKey(d => d.ApplicationId);
    }
}
