using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Figures;

/// <summary>Running totals, raised in the transaction of what they count: nobody ever counts rows while a citizen waits.</summary>
internal sealed class FigureRow
{
    public int Id { get; init; } = 1;

    public int Applications { get; init; }

    public int Decided { get; init; }

    public int Deemed { get; init; }

    public int Issued { get; init; }

    /// <summary>Questions of filed forms that nobody had to answer, for a register or the vault knew.</summary>
    public int NotAsked { get; init; }

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
