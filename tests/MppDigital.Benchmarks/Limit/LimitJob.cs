namespace MppDigital.Benchmarks.Limit;

/// <summary>What the limit program imitates, as recorded from the product.</summary>
/// <param name="Databases">File of each host's database.</param>
/// <param name="Page">Null while the product has no service page.</param>
/// <param name="Filed">Every row that one submission inserts, in an order that foreign keys allow.</param>
internal sealed record LimitJob(IReadOnlyDictionary<string, string> Databases, RecordedAnswer? Page, RecordedAnswer Receipt, string Number, IReadOnlyList<RecordedRow> Filed);

internal sealed record RecordedAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);

internal sealed record RecordedRow(string Table, IReadOnlyList<RecordedValue> Values);

/// <summary>One of the four is set, or none for NULL.</summary>
internal sealed record RecordedValue(string Column, string? Text, long? Whole, double? Real, byte[]? Blob)
{
    public object Value => Text ?? Whole ?? Real ?? (object?)Blob ?? DBNull.Value;

    public static RecordedValue Of(string column, object value) => value switch
    {
        string text => new RecordedValue(column, text, null, null, null),
        long whole => new RecordedValue(column, null, whole, null, null),
        double real => new RecordedValue(column, null, null, real, null),
        byte[] blob => new RecordedValue(column, null, null, null, blob),
        _ => new RecordedValue(column, null, null, null, null),
    };
}
