using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Configuration;

/// <summary>One change of one configured thing, whole before and whole after. Written once; nothing changes it.</summary>
internal sealed class ConfigurationChange
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Subject { get; init; }

    /// <summary>Kind of row: <c>Offering</c>.</summary>
    public required string Entity { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The <c>sub</c> of whoever decided it.</summary>
    public required string By { get; init; }

    /// <summary><see cref="ConfigurationState"/> as JSON; empty: there was none.</summary>
    public required string Before { get; init; }

    public required string After { get; init; }
}

internal sealed class ConfigurationChangeMapping : IEntityTypeConfiguration<ConfigurationChange>
{
    public void Configure(EntityTypeBuilder<ConfigurationChange> change)
    {
        change.ToTable("configuration_changes");
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Subject).HasMaxLength(80);
        change.Property(c => c.Entity).HasMaxLength(40);
        change.Property(c => c.By).HasMaxLength(60);
        change.HasIndex(c => new { c.Subject, c.At });
        change.HasIndex(c => c.At);
    }
}
