using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Regencies.Persistence;

namespace MppDigital.Regencies.Feedback.Heard;

/// <summary>"You said, we did": published by the admin, in words that name nobody.</summary>
internal sealed class HeardStory
{
    public const int Longest = 500;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Said { get; init; } = "";

    public string Did { get; init; } = "";

    public DateTime PublishedAt { get; init; }

    /// <summary>Taken off the page again; the row stays for the chain.</summary>
    public DateTime? WithdrawnAt { get; set; }
}

/// <summary>When officers answer messages. Regencies that set nothing have no row.</summary>
internal sealed class AnsweringHours : IConfigured
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>Minutes after local midnight.</summary>
    public int FromMinute { get; set; }

    public int UntilMinute { get; set; }

    string IConfigured.Subject => "answering-hours";

    bool IConfigured.MayBeAbsent => true;
}

internal sealed class HeardMapping : IEntityTypeConfiguration<HeardStory>, IEntityTypeConfiguration<AnsweringHours>
{
    public void Configure(EntityTypeBuilder<HeardStory> story)
    {
        story.ToTable("heard_stories");
        story.Property(s => s.Id).ValueGeneratedNever();
        story.Property(s => s.Said).HasMaxLength(HeardStory.Longest);
        story.Property(s => s.Did).HasMaxLength(HeardStory.Longest);
        story.HasIndex(s => s.PublishedAt);
    }

    public void Configure(EntityTypeBuilder<AnsweringHours> hours)
    {
        hours.ToTable("answering_hours");
        hours.Property(h => h.Id).ValueGeneratedNever();
    }
}
