using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Platform.Events;

/// <summary>Work that follows from a change, written in the change's own transaction so that neither exists without the other.</summary>
public sealed class OutboxRow
{
    private OutboxRow()
    {
    }

    /// <param name="dueAt">Not before then; null for at once.</param>
    public OutboxRow(string kind, string payload, DateTime now, DateTime? dueAt = null)
    {
        Kind = kind;
        Payload = payload;
        CreatedAt = now;
        DueAt = dueAt ?? now;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Kind { get; private init; } = "";

    /// <summary>JSON with ids only: what the handler needs it reads itself, so no personal data waits here.</summary>
    public string Payload { get; private init; } = "";

    public DateTime CreatedAt { get; private init; }

    public DateTime DueAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Gave up: stays for a person to look at, and no longer holds up the rest.</summary>
    public bool Parked { get; private set; }

    public void Failed(DateTime now, int maxAttempts)
    {
        Attempts++;
        Parked = Attempts >= maxAttempts;
        DueAt = now + TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Attempts), 600));
    }
}

public sealed class OutboxMapping : IEntityTypeConfiguration<OutboxRow>
{
    public void Configure(EntityTypeBuilder<OutboxRow> row)
    {
        row.ToTable("outbox");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Kind).HasMaxLength(60);
        row.Property(r => r.Payload).HasMaxLength(2000);
        row.HasIndex(r => new { r.Parked, r.DueAt });
    }
}
