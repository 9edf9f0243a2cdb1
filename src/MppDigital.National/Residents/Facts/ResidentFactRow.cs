using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Residents.Facts;

/// <summary>Something that a person has proven once. One row for each person and fact: a newer proof takes the place of the older.</summary>
internal sealed class ResidentFactRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Sub { get; init; }

    public required string NikLookup { get; init; }

    /// <summary>As definitions name it: <c>person.npwp</c>.</summary>
    public required string Name { get; init; }

    /// <summary>In the words of the form that it came with.</summary>
    public required string Label { get; set; }

    public required string LabelEn { get; set; }

    /// <summary>Encrypted JSON.</summary>
    public required byte[] Value { get; set; }

    public required FactOrigin Origin { get; set; }

    /// <summary>The register that said so, or the agency whose officers verified it.</summary>
    public required string Source { get; set; }

    /// <summary>Where it was filed.</summary>
    public required string RegencyCode { get; set; }

    /// <summary>The application it came with.</summary>
    public required string Application { get; set; }

    /// <summary>The service for which it was told in the first place.</summary>
    public required string Service { get; set; }

    public required DateTime VerifiedAt { get; set; }

    /// <summary>Last day on which it may be used again.</summary>
    public required DateOnly ValidUntil { get; set; }
}

/// <summary>Who vouches for a fact.</summary>
public enum FactOrigin
{
    /// <summary>A register answered.</summary>
    Register,

    /// <summary>The person said so, and an office approved the file that it stood in.</summary>
    Office,
}

internal sealed class ResidentFactMapping : IEntityTypeConfiguration<ResidentFactRow>
{
    public void Configure(EntityTypeBuilder<ResidentFactRow> row)
    {
        row.ToTable("resident_facts");
        row.Property(f => f.Id).ValueGeneratedNever();
        row.Property(f => f.Sub).HasMaxLength(40);
        row.Property(f => f.NikLookup).HasMaxLength(43);
        row.Property(f => f.Name).HasMaxLength(60);
        row.Property(f => f.Label).HasMaxLength(200);
        row.Property(f => f.LabelEn).HasMaxLength(200);
        row.Property(f => f.Source).HasMaxLength(60);
        row.Property(f => f.RegencyCode).HasMaxLength(5);
        row.Property(f => f.Application).HasMaxLength(20);
        row.Property(f => f.Service).HasMaxLength(20);
        row.HasIndex(f => new { f.Sub, f.Name }).IsUnique();
    }
}
