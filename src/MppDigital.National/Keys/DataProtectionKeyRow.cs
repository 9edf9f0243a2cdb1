using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Keys;

internal sealed class DataProtectionKeyRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class DataProtectionKeyMapping : IEntityTypeConfiguration<DataProtectionKeyRow>
{
    public void Configure(EntityTypeBuilder<DataProtectionKeyRow> row)
    {
        row.ToTable("data_protection_keys");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Name).HasMaxLength(200);
    }
}
