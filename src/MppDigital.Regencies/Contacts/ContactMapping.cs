using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Secrets;

namespace MppDigital.Regencies.Contacts;

internal sealed class ContactMapping : IEntityTypeConfiguration<PersonContact>, IEntityTypeConfiguration<StoppedPhone>
{
    public void Configure(EntityTypeBuilder<PersonContact> contact)
    {
        contact.ToTable("contacts");
        contact.HasKey(c => c.Sub);
        contact.Property(c => c.Sub).HasMaxLength(40);
        contact.Property(c => c.PhoneLookup).HasMaxLength(FieldCipher.LookupLength);
        contact.Property(c => c.Language).HasMaxLength(2);
        contact.Property(c => c.Version).IsConcurrencyToken();
        contact.HasIndex(c => c.PhoneLookup);
    }

    public void Configure(EntityTypeBuilder<StoppedPhone> stop)
    {
        stop.ToTable("stopped_phones");
        stop.HasKey(s => new { s.PhoneLookup, s.Channel });
        stop.Property(s => s.PhoneLookup).HasMaxLength(FieldCipher.LookupLength);
    }
}
