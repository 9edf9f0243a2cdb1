using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Secrets;

namespace MppDigital.Regencies.Visits.Queue;

internal sealed class QueueMapping :
    IEntityTypeConfiguration<Ticket>, IEntityTypeConfiguration<QueueHead>, IEntityTypeConfiguration<QueueEvent>, IEntityTypeConfiguration<QueueSeries>, IEntityTypeConfiguration<Kiosk>
{
    public const int LongestAgency = 20;
    public const int LongestService = 20;
    public const int LongestLetter = 2;
    public const int LongestCounter = 20;
    public const int LongestKioskName = 60;

    public void Configure(EntityTypeBuilder<Ticket> ticket)
    {
        ticket.ToTable("queue_tickets");
        ticket.Property(t => t.Id).ValueGeneratedNever();
        ticket.Property(t => t.Letter).HasMaxLength(LongestLetter);
        ticket.Property(t => t.Service).HasMaxLength(LongestService);
        ticket.Property(t => t.Version).IsConcurrencyToken();
        ticket.Ignore(t => t.Number);
        // No number twice, whoever gives it out; a kiosk that tells again of an offline ticket meets this too.
        ticket.HasIndex(t => new { t.PlaceId, t.Day, t.Letter, t.Sequence }).IsUnique();
        // A code that is shown again gets no second ticket.
        ticket.HasIndex(t => t.VisitId).IsUnique();
        ticket.HasIndex(t => new { t.PlaceId, t.Day, t.State, t.DueAt });
    }

    public void Configure(EntityTypeBuilder<QueueHead> head)
    {
        head.ToTable("queue_heads");
        head.HasKey(h => h.PlaceId);
        head.Property(h => h.PlaceId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<QueueEvent> row)
    {
        row.ToTable("queue_events");
        row.HasKey(e => new { e.PlaceId, e.Sequence });
        row.Property(e => e.Number).HasMaxLength(LongestLetter + 8);
        row.Property(e => e.Agency).HasMaxLength(LongestAgency);
        row.Property(e => e.Counter).HasMaxLength(LongestCounter);
        row.HasIndex(e => e.At);
    }

    public void Configure(EntityTypeBuilder<QueueSeries> series)
    {
        series.ToTable("queue_series");
        series.HasKey(s => s.GroupId);
        series.Property(s => s.GroupId).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<Kiosk> kiosk)
    {
        kiosk.ToTable("kiosks");
        kiosk.Property(k => k.Id).ValueGeneratedNever();
        kiosk.Property(k => k.Name).HasMaxLength(LongestKioskName);
        kiosk.Property(k => k.CodeHash).HasMaxLength(FieldCipher.LookupLength);
        kiosk.Property(k => k.CreatedBy).HasMaxLength(40);
        kiosk.HasIndex(k => k.CodeHash).IsUnique();
    }
}
