using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Applications;

/// <summary>Answers on their way, kept in <see cref="DraftPart"/>s: resumes on another device, keeps the version of the standard under which it was begun.</summary>
internal sealed class Draft : IVersioned
{
    private Draft()
    {
    }

    public Draft(string sub, string service, int catalogVersion, DateTime now)
    {
        Sub = sub;
        Service = service;
        CatalogVersion = catalogVersion;
        SavedAt = now;
        ExpiresAt = now + Lifetime;
    }

    /// <summary>30 days without a change; each save starts them anew.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(30);

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public string Sub { get; private init; } = "";

    public string Service { get; private init; } = "";

    public int CatalogVersion { get; private init; }

    public DateTime SavedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public long Version { get; private set; }

    /// <summary>Some of its parts changed.</summary>
    public void Save(DateTime now)
    {
        SavedAt = now;
        ExpiresAt = now + Lifetime;
    }
}

/// <summary>A file a citizen gave, kept encrypted on disk; the row says whose it is.</summary>
internal sealed class UploadedFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Sub { get; init; } = "";

    /// <summary>Name under which the file store keeps the content.</summary>
    public string ContentKey { get; init; } = "";

    public string ContentType { get; init; } = "";

    public int Size { get; init; }

    public string Requirement { get; init; } = "";

    public DateTime UploadedAt { get; init; }
}

/// <summary>What a register said about a person, kept so that nobody waits for the register while applying.</summary>
internal sealed class HeldFactRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Sub { get; init; } = "";

    /// <summary>Source name of the definitions, for example <c>dukcapil.person</c>.</summary>
    public string Source { get; init; } = "";

    /// <summary>Encrypted JSON: name of the value to the value.</summary>
    public byte[] Values { get; set; } = [];

    public DateTime AsOf { get; set; }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>, IEntityTypeConfiguration<UploadedFile>, IEntityTypeConfiguration<HeldFactRow>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts");
        draft.Property(d => d.Id).ValueGeneratedNever();
        draft.Property(d => d.Sub).HasMaxLength(40);
        draft.Property(d => d.Service).HasMaxLength(20);
        draft.Property(d => d.Version).IsConcurrencyToken();
        draft.HasIndex(d => new { d.Sub, d.Service });
        draft.HasIndex(d => d.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<UploadedFile> file)
    {
        file.ToTable("files");
        file.Property(f => f.Id).ValueGeneratedNever();
        file.Property(f => f.Sub).HasMaxLength(40);
        file.Property(f => f.ContentKey).HasMaxLength(43);
        file.Property(f => f.ContentType).HasMaxLength(40);
        file.Property(f => f.Requirement).HasMaxLength(40);
        file.HasIndex(f => new { f.Sub, f.Requirement, f.UploadedAt });
    }

    public void Configure(EntityTypeBuilder<HeldFactRow> fact)
    {
        fact.ToTable("held_facts");
        fact.Property(f => f.Id).ValueGeneratedNever();
        fact.Property(f => f.Sub).HasMaxLength(40);
        fact.Property(f => f.Source).HasMaxLength(60);
        fact.HasIndex(f => new { f.Sub, f.Source }).IsUnique();
    }
}
