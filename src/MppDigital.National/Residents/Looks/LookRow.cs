using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Residents.Looks;

/// <summary>Somebody, or a system, read a person's data; told to that person. Regencies send what their staff did.</summary>
internal sealed class LookRow
{
    /// <summary>Of the row it was sent from: told again, it is kept once.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The person looked at.</summary>
    public required string Sub { get; init; }

    public required DateTime At { get; init; }

    public required LookedBy By { get; init; }

    public required string RegencyCode { get; init; }

    /// <summary>Of the officer; empty for a system.</summary>
    public required string Role { get; init; }

    /// <summary>Of the officer; empty for a system, and for heads and admins, who are of all agencies.</summary>
    public required string Agency { get; init; }

    /// <summary>Encrypted name of the officer; empty for a system.</summary>
    public required byte[] Name { get; init; }

    /// <summary>Empty where no application was filed yet.</summary>
    public required string Application { get; init; }

    public required string Service { get; init; }

    /// <summary>One of <see cref="LookPurposes"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>Names of what was read, separated by blanks.</summary>
    public required string Facts { get; init; }

    /// <summary>Number of the receipt under which the vault was read; empty for everything else.</summary>
    public string Receipt { get; init; } = "";
}

public enum LookedBy
{
    Officer,
    System,
}

internal sealed class LookMapping : IEntityTypeConfiguration<LookRow>
{
    public void Configure(EntityTypeBuilder<LookRow> row)
    {
        row.ToTable("looks");
        row.Property(l => l.Id).ValueGeneratedNever();
        row.Property(l => l.Sub).HasMaxLength(40);
        row.Property(l => l.RegencyCode).HasMaxLength(5);
        row.Property(l => l.Role).HasMaxLength(20);
        row.Property(l => l.Agency).HasMaxLength(20);
        row.Property(l => l.Application).HasMaxLength(20);
        row.Property(l => l.Service).HasMaxLength(20);
        row.Property(l => l.Purpose).HasMaxLength(60);
        row.Property(l => l.Facts).HasMaxLength(1000);
        row.Property(l => l.Receipt).HasMaxLength(20);
        row.HasIndex(l => new { l.Sub, l.At });
    }
}
