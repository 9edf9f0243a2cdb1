namespace MppDigital.Regencies.Persistence;

/// <summary>What an admin sets. Each of its states is kept, so that it can be compared and taken back. Its columns must be plain values without secrets and without anything of a citizen.</summary>
internal interface IConfigured
{
    /// <summary>One thing as an admin thinks of it: <c>offering:DPM-SIP-04</c>.</summary>
    string Subject { get; }

    /// <summary>Nothing depends on its row, and without one the national setting holds; so taking it back may mean removing it.</summary>
    bool MayBeAbsent => false;
}
