using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Secrets;
using MppDigital.Regencies.Visits.Places;
using MppDigital.Regencies.Visits.Slots;

namespace MppDigital.Regencies.Visits.Bookings;

internal sealed class BookingMapping : IEntityTypeConfiguration<Visit>, IEntityTypeConfiguration<BookingSignal>, IEntityTypeConfiguration<VisitAppeal>
{
    public void Configure(EntityTypeBuilder<Visit> visit)
    {
        visit.ToTable("visits");
        visit.Property(v => v.Id).ValueGeneratedNever();
        visit.Property(v => v.Code).HasMaxLength(8);
        visit.Property(v => v.Service).HasMaxLength(20);
        visit.Property(v => v.Application).HasMaxLength(20);
        visit.Property(v => v.Sub).HasMaxLength(40);
        visit.Property(v => v.NikLookup).HasMaxLength(FieldCipher.LookupLength);
        visit.Property(v => v.ActedBy).HasMaxLength(40);
        visit.Property(v => v.OpenKey).HasMaxLength(FieldCipher.LookupLength);
        visit.Property(v => v.Version).IsConcurrencyToken();
        visit.Ignore(v => v.IsOpen);
        visit.HasOne<VisitSlot>().WithMany().HasForeignKey(v => v.SlotId).OnDelete(DeleteBehavior.Restrict);
        visit.HasOne<Place>().WithMany().HasForeignKey(v => v.PlaceId).OnDelete(DeleteBehavior.Restrict);
        // A second open visit of one NIK for one service on one day is impossible by this, not by a check.
        visit.HasIndex(v => v.OpenKey).IsUnique();
        visit.HasIndex(v => v.Code).IsUnique();
        visit.HasIndex(v => new { v.PlaceId, v.Day, v.State });
        visit.HasIndex(v => new { v.NikLookup, v.Day });
        visit.HasIndex(v => new { v.Sub, v.StartsAt });
        visit.HasIndex(v => new { v.ActedBy, v.Day });
    }

    public void Configure(EntityTypeBuilder<BookingSignal> signal)
    {
        signal.ToTable("booking_signals");
        signal.Property(s => s.Id).ValueGeneratedNever();
        signal.Property(s => s.Service).HasMaxLength(20);
        signal.Property(s => s.NikLookup).HasMaxLength(FieldCipher.LookupLength);
        signal.Property(s => s.PhoneLookup).HasMaxLength(FieldCipher.LookupLength);
        signal.Property(s => s.DeviceLookup).HasMaxLength(FieldCipher.LookupLength);
        signal.Property(s => s.AddressLookup).HasMaxLength(FieldCipher.LookupLength);
        signal.Property(s => s.NetworkLookup).HasMaxLength(FieldCipher.LookupLength);
        signal.Property(s => s.ProxyLookup).HasMaxLength(FieldCipher.LookupLength);
        signal.Property(s => s.OfficerSub).HasMaxLength(40);
        signal.HasIndex(s => s.At);
        signal.HasIndex(s => new { s.PhoneLookup, s.At });
        signal.HasIndex(s => new { s.DeviceLookup, s.At });
        signal.HasIndex(s => s.VisitId);
    }

    public void Configure(EntityTypeBuilder<VisitAppeal> appeal)
    {
        appeal.ToTable("visit_appeals");
        appeal.Property(a => a.Id).ValueGeneratedNever();
        appeal.Property(a => a.Sub).HasMaxLength(40);
        appeal.Property(a => a.NikLookup).HasMaxLength(FieldCipher.LookupLength);
        appeal.Property(a => a.AnsweredBy).HasMaxLength(40);
        appeal.HasIndex(a => new { a.AnsweredAt, a.At });
        appeal.HasIndex(a => a.NikLookup);
    }
}
