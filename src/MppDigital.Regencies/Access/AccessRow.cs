using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Access;

/// <summary>Somebody of the staff, or this regency's system, looked at a person's data: who, when, at what, and why.</summary>
internal sealed class AccessRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    /// <summary>The <c>sub</c> of the officer; empty for the system.</summary>
    public string Actor { get; init; } = "";

    /// <summary>The person looked at.</summary>
    public string Sub { get; init; } = "";

    /// <summary>Empty where none is filed yet.</summary>
    public string Application { get; init; } = "";

    public string Service { get; init; } = "";

    public string Purpose { get; init; } = "";

    public string Fields { get; init; } = "";

    /// <summary>When the nation's log had it, where the person reads it; null: it has still to be sent.</summary>
    public DateTime? SentAt { get; init; }
}

internal sealed class AccessMapping : IEntityTypeConfiguration<AccessRow>
{
    public void Configure(EntityTypeBuilder<AccessRow> row)
    {
        row.ToTable("access_log");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Actor).HasMaxLength(40);
        row.Property(r => r.Sub).HasMaxLength(40);
        row.Property(r => r.Application).HasMaxLength(20);
        row.Property(r => r.Service).HasMaxLength(20);
        row.Property(r => r.Purpose).HasMaxLength(60);
        row.Property(r => r.Fields).HasMaxLength(1000);
        row.HasIndex(r => new { r.Sub, r.At });
        row.HasIndex(r => new { r.SentAt, r.At });
    }
}
