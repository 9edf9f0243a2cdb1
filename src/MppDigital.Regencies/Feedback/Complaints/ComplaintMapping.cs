using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MppDigital.Regencies.Feedback.Complaints;

internal sealed class ComplaintMapping : IEntityTypeConfiguration<Complaint>, IEntityTypeConfiguration<ComplaintEvent>, IEntityTypeConfiguration<ComplaintFile>
{
    public void Configure(EntityTypeBuilder<Complaint> complaint)
    {
        complaint.ToTable("complaints");
        complaint.Property(c => c.Id).ValueGeneratedNever();
        complaint.Property(c => c.Number).HasMaxLength(Complaint.LongestNumber);
        complaint.Property(c => c.SecretHash).HasMaxLength(43);
        complaint.Property(c => c.AboutAgency).HasMaxLength(Complaint.LongestAgency);
        complaint.Property(c => c.Agency).HasMaxLength(Complaint.LongestAgency);
        complaint.Property(c => c.Officer).HasMaxLength(40);
        complaint.Property(c => c.SubLookup).HasMaxLength(43);
        complaint.Property(c => c.Reference).HasMaxLength(60);
        complaint.Property(c => c.Version).IsConcurrencyToken();
        complaint.HasIndex(c => c.Number).IsUnique();
        // What the national channel told twice is one complaint.
        complaint.HasIndex(c => c.Reference).IsUnique();
        complaint.HasIndex(c => c.SubLookup);
        // The list walks what is open by its end, and the nightly walk reads the head of it.
        complaint.HasIndex(c => new { c.State, c.DueAt });
        complaint.HasIndex(c => c.ReceivedAt);
        complaint.HasMany(c => c.Events).WithOne().HasForeignKey(e => e.ComplaintId);
        complaint.HasMany(c => c.Files).WithOne().HasForeignKey(f => f.ComplaintId);
    }

    public void Configure(EntityTypeBuilder<ComplaintEvent> line)
    {
        line.ToTable("complaint_events");
        line.Property(e => e.Id).ValueGeneratedNever();
        line.Property(e => e.Kind).HasMaxLength(30);
        line.Property(e => e.Actor).HasMaxLength(40);
        line.Property(e => e.Agency).HasMaxLength(Complaint.LongestAgency);
        line.HasIndex(e => new { e.ComplaintId, e.Sequence }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ComplaintFile> file)
    {
        file.ToTable("complaint_files");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.ContentKey).HasMaxLength(43);
        file.Property(f => f.ContentType).HasMaxLength(40);
        file.HasIndex(f => f.ContentKey);
    }
}
