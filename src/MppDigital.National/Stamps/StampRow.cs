using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Stamps;

/// <summary>Changes whenever what it names changes; processes that hold a copy in memory compare it and read anew.</summary>
internal sealed class StampRow
{
    public const string Registry = "registry";
    public const string Catalog = "catalog";

    /// <summary>Not random: which seed was imported.</summary>
    public const string Seed = "seed";

    public required string Key { get; init; }

    /// <summary>Random, not a counter: two changes at once can never look like one.</summary>
    public Guid Value { get; set; }

    /// <summary>Marks the change inside the caller's save.</summary>
    public static async Task BumpAsync(NationalDbContext db, string key, CancellationToken ct)
    {
        var row = await db.Stamps.SingleOrDefaultAsync(s => s.Key == key, ct) ?? db.Stamps.Add(new StampRow { Key = key }).Entity;
        row.Value = Guid.CreateVersion7();
    }
}

internal sealed class StampMapping : IEntityTypeConfiguration<StampRow>
{
    public void Configure(EntityTypeBuilder<StampRow> row)
    {
        row.ToTable("stamps");
        row.HasKey(s => s.Key);
        row.Property(s => s.Key).HasMaxLength(40);
    }
}
