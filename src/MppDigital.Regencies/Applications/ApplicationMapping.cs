using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Applications;

internal sealed class ApplicationMapping : IEntityTypeConfiguration<Application>
{
    public void Configure(EntityTypeBuilder<Application> application)
    {
        application.ToTable("applications");
        application.Property(a => a.Id).ValueGeneratedNever();
        application.Property(a => a.Number).HasMaxLength(20);
        application.Property(a => a.Service).HasMaxLength(20);
        application.Property(a => a.Sub).HasMaxLength(40);
        application.Property(a => a.NikLookup).HasMaxLength(43);
        application.Property(a => a.ActedBy).HasMaxLength(40);
        application.Property(a => a.SecretHash).HasMaxLength(43);
        application.Property(a => a.CompletedBy).HasMaxLength(40);
        application.Property(a => a.ClaimedBy).HasMaxLength(40);
        application.Property(a => a.VerifiedBy).HasMaxLength(40);
        application.Property(a => a.WaitsFor).HasMaxLength(200);
        application.Property(a => a.SubjectLookup).HasMaxLength(43);
        application.Property(a => a.Area).HasMaxLength(WorkAreas.LongestName);
        application.Property(a => a.Version).IsConcurrencyToken();
        // A handful of short keys, read with the row and never searched.
        application.Property(a => a.StagesDone).HasMaxLength(600).HasConversion(
            done => string.Join(' ', done), text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            new ValueComparer<IReadOnlyList<string>>((x, y) => x!.SequenceEqual(y!), done => done.Count, done => done.ToArray()));
        application.HasIndex(a => a.Number).IsUnique();
        application.HasIndex(a => new { a.Sub, a.SubmittedAt });
        application.HasIndex(a => a.NikLookup);
        application.HasIndex(a => a.ActedBy);
        // The inbox walks these in its own order and looks at no row that it will not show.
        application.HasIndex(a => new { a.OnDesk, a.QueueAt, a.Number, a.Service, a.WaitsFor });
        application.HasIndex(a => new { a.QueueAt, a.Number, a.Service, a.Status });
        application.HasIndex(a => a.DeclareBy);
        application.HasIndex(a => a.AlarmedAt);
        application.HasMany(a => a.Events).WithOne().HasForeignKey(e => e.ApplicationId);
        application.HasMany(a => a.Pauses).WithOne().HasForeignKey(p => p.ApplicationId);
        application.HasIndex(a => a.WarnAt);
        application.HasIndex(a => new { a.OnDesk, a.WarnedLevel });
        application.HasMany(a => a.Owners).WithOne().HasForeignKey(o => o.ApplicationId);
        application.HasMany(a => a.Evidence).WithOne().HasForeignKey(e => e.ApplicationId);
    }
}

internal sealed class ApplicationPartsMapping :
    IEntityTypeConfiguration<ApplicationEvent>, IEntityTypeConfiguration<ApplicationPause>, IEntityTypeConfiguration<ApplicationEvidence>, IEntityTypeConfiguration<ApplicationOwner>,
    IEntityTypeConfiguration<NameToken>, IEntityTypeConfiguration<NumberSeries>, IEntityTypeConfiguration<IdempotencyRow>, IEntityTypeConfiguration<TrackingTries>
{
    public void Configure(EntityTypeBuilder<ApplicationEvent> line)
    {
        line.ToTable("application_events");
        line.Property(e => e.Id).ValueGeneratedNever();
        line.Property(e => e.Kind).HasMaxLength(30);
        line.Property(e => e.Actor).HasMaxLength(40);
        line.Property(e => e.Fields).HasMaxLength(2000);
        line.Property(e => e.Agency).HasMaxLength(20);
        // Two writers that both passed the version check by accident would still collide here.
        line.HasIndex(e => new { e.ApplicationId, e.Sequence }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ApplicationPause> pause)
    {
        pause.ToTable("application_pauses");
        pause.Property(p => p.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ApplicationEvidence> item)
    {
        item.ToTable("application_evidence");
        item.Property(e => e.Id).ValueGeneratedNever();
        item.Property(e => e.Requirement).HasMaxLength(40);
        item.Property(e => e.Source).HasMaxLength(60);
        item.Property(e => e.LocalText).HasMaxLength(300);
        item.Property(e => e.ConfirmedBy).HasMaxLength(60);
        item.HasIndex(e => new { e.ApplicationId, e.Requirement });
    }

    public void Configure(EntityTypeBuilder<ApplicationOwner> owner)
    {
        owner.ToTable("application_owners");
        owner.Property(o => o.Id).ValueGeneratedNever();
        owner.Property(o => o.Agency).HasMaxLength(20);
        owner.Property(o => o.Sub).HasMaxLength(40);
        owner.HasIndex(o => new { o.ApplicationId, o.Agency }).IsUnique();
        owner.HasIndex(o => o.Sub);
    }

    public void Configure(EntityTypeBuilder<NameToken> token)
    {
        token.ToTable("name_tokens");
        token.Property(t => t.Id).ValueGeneratedNever();
        token.Property(t => t.Token).HasMaxLength(43);
        token.HasIndex(t => t.Token);
        token.HasOne<Application>().WithMany().HasForeignKey(t => t.ApplicationId);
    }

    public void Configure(EntityTypeBuilder<NumberSeries> series)
    {
        series.ToTable("number_series");
        series.HasKey(s => s.Name);
        series.Property(s => s.Name).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<IdempotencyRow> row)
    {
        row.ToTable("idempotency_keys");
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Sub).HasMaxLength(40);
        row.Property(r => r.Key).HasMaxLength(128);
        row.Property(r => r.BodyHash).HasMaxLength(64);
        row.HasIndex(r => new { r.Sub, r.Key }).IsUnique();
        row.HasIndex(r => r.At);
    }

    public void Configure(EntityTypeBuilder<TrackingTries> tries)
    {
        tries.ToTable("tracking_tries");
        tries.HasKey(t => new { t.Number, t.Hour });
        tries.Property(t => t.Number).HasMaxLength(20);
    }
}
