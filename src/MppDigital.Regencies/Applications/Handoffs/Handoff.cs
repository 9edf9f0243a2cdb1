using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Applications.Handoffs;

/// <summary>
/// An application that another system decides, from being passed on until its end there. One per application, by constraint; the application's
/// number is the key under which the other system takes it once, however often it is sent.
/// </summary>
internal sealed class Handoff : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid ApplicationId { get; init; }

    /// <summary>Code of the system: <c>oss</c>, <c>splp</c>.</summary>
    public required string System { get; init; }

    /// <summary>Its own number for the file; empty until it took it.</summary>
    public string Reference { get; private set; } = "";

    public OutsideState State { get; private set; }

    /// <summary>When the file came to that state, by the other system's clock; news from before is old.</summary>
    public DateTime? StateAt { get; private set; }

    /// <summary>When it was last told anything, by our clock: the age of what is shown.</summary>
    public DateTime? HeardAt { get; private set; }

    /// <summary>When it is asked next; null after the end.</summary>
    public DateTime? AskAt { get; private set; }

    /// <summary>Attempts in a row that gave nothing.</summary>
    public int Misses { get; private set; }

    /// <summary>Why the last one gave nothing; empty when it did.</summary>
    public string LastFailure { get; private set; } = "";

    /// <summary>Encrypted number of what was granted there; empty where it tells none.</summary>
    public byte[] Result { get; private set; } = [];

    public long Version { get; private set; }

    public bool IsOver => State is OutsideState.Granted or OutsideState.Refused or OutsideState.Cancelled;

    public void Taken(string reference, DateTime at, DateTime askAt) => (Reference, HeardAt, AskAt, Misses, LastFailure) = (reference, at, askAt, 0, "");

    public void Miss(string why, DateTime askAt) => (Misses, LastFailure, AskAt) = (Misses + 1, why, askAt);

    /// <summary>Takes news; repeats and what is older than what is known change nothing but the time of hearing.</summary>
    /// <returns>True when the file came to another state.</returns>
    public bool Hear(OutsideState state, DateTime stateAt, byte[] result, DateTime at, DateTime askAt)
    {
        (HeardAt, Misses, LastFailure) = (at, 0, "");
        AskAt = IsOver ? null : askAt;
        if (IsOver || state == State || state == OutsideState.Waiting || stateAt < StateAt) return false;
        (State, StateAt) = (state, stateAt);
        if (result.Length > 0) Result = result;
        if (IsOver) AskAt = null;
        return true;
    }

    /// <summary>The citizen took the application back: nobody asks any more.</summary>
    public void Stop() => AskAt = null;
}

/// <summary>Where a file stands in the system that decides it.</summary>
public enum OutsideState
{
    /// <summary>Not passed on yet.</summary>
    Waiting,

    /// <summary>Taken in, not looked at.</summary>
    Received,

    InProcess,

    /// <summary>The applicant has to mend something there.</summary>
    Returned,

    Granted,

    Refused,

    Cancelled,
}

internal sealed class HandoffMapping : IEntityTypeConfiguration<Handoff>
{
    public void Configure(EntityTypeBuilder<Handoff> handoff)
    {
        handoff.ToTable("handoffs");
        handoff.Property(h => h.Id).ValueGeneratedNever();
        handoff.Property(h => h.System).HasMaxLength(20);
        handoff.Property(h => h.Reference).HasMaxLength(60);
        handoff.Property(h => h.LastFailure).HasMaxLength(30);
        handoff.Property(h => h.Version).IsConcurrencyToken();
        handoff.Ignore(h => h.IsOver);
        handoff.HasIndex(h => h.ApplicationId).IsUnique();
        handoff.HasIndex(h => new { h.System, h.Reference });
        handoff.HasIndex(h => h.AskAt);
        handoff.HasOne<Application>().WithOne().HasForeignKey<Handoff>(h => h.ApplicationId);
    }
}
