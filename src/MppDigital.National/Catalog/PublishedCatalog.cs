using System.Collections.Frozen;

namespace MppDigital.National.Catalog;

internal sealed class PublishedCatalog : IServiceCatalog
{
    private Snapshot? snapshot;

    public IReadOnlyList<PublishedService> Published => Current.Published;

    private Snapshot Current => Volatile.Read(ref snapshot) ?? throw new InvalidOperationException("The catalog was not read yet.");

    public PublishedService? Find(string code) => Current.ByCode.GetValueOrDefault(code);

    public PublishedService? Find(string code, int version) => Current.ByVersion.GetValueOrDefault((code, version));

    public void Replace(IEnumerable<PublishedService> read) => Volatile.Write(ref snapshot, new Snapshot(read));

    private sealed class Snapshot
    {
        public Snapshot(IEnumerable<PublishedService> read)
        {
            ByVersion = read.ToFrozenDictionary(s => (s.Code, s.Version));
            Published = [.. ByVersion.Values.GroupBy(s => s.Code).Select(versions => versions.MaxBy(s => s.Version)!).OrderBy(s => s.Code, StringComparer.Ordinal)];
            ByCode = Published.ToFrozenDictionary(s => s.Code, StringComparer.Ordinal);
        }

        public IReadOnlyList<PublishedService> Published { get; }

        public FrozenDictionary<string, PublishedService> ByCode { get; }

        public FrozenDictionary<(string Code, int Version), PublishedService> ByVersion { get; }
    }
}
