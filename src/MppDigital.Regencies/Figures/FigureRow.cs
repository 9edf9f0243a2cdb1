using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Figures;

/// <summary>Running totals, raised in the transaction of what they count: nobody ever counts rows while a citizen waits.</summary>
internal sealed class FigureRow
{
    public int Id { get; init; } = 1;

    public long Applications { get; init; }

    public long Decided { get; init; }

    public long Deemed { get; init; }

    public long Issued { get; init; }

    /// <summary>Raised with each change: the ministry keeps the highest it has seen, so late and repeated pushes are harmless.</summary>
    public long Sequence { get; init; }
}

internal sealed class FigureMapping : IEntityTypeConfiguration<FigureRow>
{
    public void Configure(EntityTypeBuilder<FigureRow> figures)
    {
        figures.ToTable("figures");
        figures.Property(f => f.Id).ValueGeneratedNever();
        figures.HasData(new FigureRow());
    }
}
