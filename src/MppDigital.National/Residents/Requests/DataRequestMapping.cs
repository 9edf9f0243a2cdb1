using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.National.Residents.Requests;

internal sealed class DataRequestMapping : IEntityTypeConfiguration<DataRequest>
{
    public void Configure(EntityTypeBuilder<DataRequest> request)
    {
        request.ToTable("data_requests");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Sub).HasMaxLength(40);
        request.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.Office).HasMaxLength(5);
        request.Property(r => r.Subject).HasMaxLength(60);
        request.Property(r => r.AnsweredBy).HasMaxLength(40);
        request.Property(r => r.Version).IsConcurrencyToken();
        request.HasIndex(r => new { r.Sub, r.AskedAt });
        request.HasIndex(r => new { r.State, r.Kind, r.AskedAt });
        request.HasIndex(r => new { r.Office, r.State });
    }
}
