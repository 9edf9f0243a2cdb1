using MppDigital.National.Catalog;
using MppDigital.Platform.Identification;
using MppDigital.Platform.UseCases;

namespace MppDigital.Regencies.Applications.Office;

/// <summary>What an officer writes about a stage.</summary>
/// <param name="Note">Free text, read by those who decide; may be empty unless <see cref="Refusal"/> says otherwise.</param>
/// <param name="Checked">Codes of the stage's checklist that were looked at and found in order.</param>
public sealed record StageReport(string Note, IReadOnlyList<string> Checked)
{
    public static readonly StageReport Empty = new("", []);

    private const int LongestNote = 2000;

    /// <param name="needsNote">Why a note must be there; null where it may be empty.</param>
    /// <param name="isInOrder">Whoever objects need not find everything in order.</param>
    internal Problem? Refusal(WorkflowStep stage, string? needsNote, bool isInOrder)
    {
        var note = Note.Trim();
        if (note.Length > LongestNote || !UnicodeText.IsPlain(note.ReplaceLineEndings(" "))) return Problems.Field("/note", $"Tulis catatan dengan huruf biasa, paling banyak {LongestNote} huruf.");
        if (needsNote is not null && note.Length < 10) return Problems.Field("/note", needsNote);
        for (var i = 0; i < Checked.Count; i++)
        {
            if (stage.Checklist.All(c => c.Code != Checked[i])) return Problems.Field($"/checks/{i}", $"Pilih dari daftar periksa langkah ini: {string.Join(", ", stage.Checklist.Select(c => c.Code))}.");
        }

        if (!isInOrder) return null;
        var open = stage.Checklist.Where(c => c.Mandatory && !Checked.Contains(c.Code)).ToList();
        return open.Count == 0 ? null : Problems.Field("/checks", $"Periksa dan centang: {string.Join(", ", open.Select(c => c.LabelId))} ({string.Join(", ", open.Select(c => c.Code))}).");
    }
}
