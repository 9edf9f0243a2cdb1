using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Secrets;

namespace MppDigital.National.Residents.Mandates;

internal sealed class MandateMapping : IEntityTypeConfiguration<Mandate>, IEntityTypeConfiguration<MandateUse>
{
    public void Configure(EntityTypeBuilder<Mandate> mandate)
    {
        mandate.ToTable("mandates");
        mandate.Property(m => m.Id).ValueGeneratedNever();
        mandate.Property(m => m.Kind).HasConversion<string>().HasMaxLength(20);
        mandate.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        mandate.Property(m => m.Principal).HasMaxLength(40);
        mandate.Property(m => m.HolderLookup).HasMaxLength(FieldCipher.LookupLength);
        mandate.Property(m => m.HolderSub).HasMaxLength(40);
        mandate.Property(m => m.EndedBy).HasMaxLength(40);
        mandate.Property(m => m.Services).HasMaxLength(MandateRules.LongestServices);
        mandate.Property(m => m.Version).IsConcurrencyToken();
        mandate.HasIndex(m => m.Principal);
        mandate.HasIndex(m => m.HolderSub);
        mandate.HasIndex(m => new { m.HolderLookup, m.State });
    }

    public void Configure(EntityTypeBuilder<MandateUse> use)
    {
        use.ToTable("mandate_uses");
        use.Property(u => u.Id).ValueGeneratedNever();
        use.Property(u => u.Action).HasMaxLength(20);
        use.Property(u => u.Code4).HasMaxLength(4);
        use.Property(u => u.Number).HasMaxLength(20);
        use.Property(u => u.Service).HasMaxLength(20);
        use.HasOne<Mandate>().WithMany().HasForeignKey(u => u.MandateId).OnDelete(DeleteBehavior.Restrict);
        // A regency tells it at least once; the second time changes nothing.
        use.HasIndex(u => new { u.MandateId, u.Number, u.Action, u.At }).IsUnique();
    }
}
