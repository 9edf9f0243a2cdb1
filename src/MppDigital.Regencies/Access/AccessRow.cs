using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Access;

/// <summary>Somebody of the staff looked at a person's data: who, when, at what, and why.</summary>
internal sealed class AccessRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public DateTime At { get; init; }

    public string Actor { get; init; } = "";

    /// <summary>The person looked at.</summary>
    public string Sub { get; init; } = "";

    public string Application { get; init; } = "";

    public string Purpose { get; init; } = "";

    public string Fields { get; init; } = "";
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
        row.Property(r => r.Purpose).HasMaxLength(60);
        row.Property(r => r.Fields).HasMaxLength(200);
        row.HasIndex(r => new { r.Sub, r.At });
    }
}
