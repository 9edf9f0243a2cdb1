using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Secrets;

namespace MppDigital.Regencies.Visits.Brokers;

internal sealed class BrokerMapping : IEntityTypeConfiguration<BrokerAlarm>
{
    public void Configure(EntityTypeBuilder<BrokerAlarm> alarm)
    {
        alarm.ToTable("broker_alarms");
        alarm.Property(a => a.Id).ValueGeneratedNever();
        alarm.Property(a => a.Hand).HasMaxLength(FieldCipher.LookupLength);
        alarm.Property(a => a.OfficerSub).HasMaxLength(40);
        alarm.Property(a => a.OpenKey).HasMaxLength(FieldCipher.LookupLength + 80);
        alarm.Property(a => a.DecidedBy).HasMaxLength(40);
        alarm.Property(a => a.State).IsConcurrencyToken();
        alarm.HasIndex(a => a.OpenKey).IsUnique();
        alarm.HasIndex(a => new { a.State, a.RaisedAt });
        alarm.HasIndex(a => new { a.Hand, a.BlockedUntil });
    }
}
