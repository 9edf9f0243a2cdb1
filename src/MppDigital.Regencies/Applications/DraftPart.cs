using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Applications;

/// <summary>One answer of a draft, or its uploads: saving a page writes what the page asks, however long the form is.</summary>
internal sealed class DraftPart
{
    /// <summary>Stands for the uploads; no answer can have this key.</summary>
    public const string Documents = "documents";

    public Guid DraftId { get; init; }

    /// <summary>Of the answer's name, which a caller may make up: what it says stays inside <see cref="Value"/>.</summary>
    public string Key { get; init; } = "";

    /// <summary>Encrypted JSON: name and answer.</summary>
    public byte[] Value { get; set; } = [];

    public static string KeyOf(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16]);
}

internal sealed class DraftPartMapping : IEntityTypeConfiguration<DraftPart>
{
    public void Configure(EntityTypeBuilder<DraftPart> part)
    {
        part.ToTable("draft_parts");
        part.HasKey(p => new { p.DraftId, p.Key });
        part.Property(p => p.Key).HasMaxLength(32);
        part.HasOne<Draft>().WithMany().HasForeignKey(p => p.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}
