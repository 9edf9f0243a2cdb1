using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using MppDigital.Web.Components;

namespace MppDigital.Web.Tests.Components;

public sealed partial class TextsTests
{
    [Fact]
    public void Says_everything_in_both_languages()
    {
        var bases = typeof(SharedTexts).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".resources", StringComparison.Ordinal)).Select(n => n[..^".resources".Length]).ToList();

        Assert.NotEmpty(bases);
        foreach (var name in bases)
        {
            var (indonesian, english) = (Read(name, CultureInfo.InvariantCulture), Read(name, CultureInfo.GetCultureInfo("en")));
            Assert.NotEmpty(indonesian);
            Assert.Equal(indonesian.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
            Assert.All(indonesian, text => Assert.Equal(Holes(text.Value), Holes(english[text.Key])));
        }
    }

    [Fact]
    public void Has_a_text_for_every_key_that_the_shared_pieces_use()
    {
        var known = Read(typeof(SharedTexts).FullName!, CultureInfo.InvariantCulture);
        var folder = Path.Combine(ProjectRoot(), "src", "MppDigital.Web", "Components");
        var used = Directory.EnumerateFiles(folder, "*.razor", SearchOption.AllDirectories).SelectMany(f => Key().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(used.Count > 30);
        Assert.All(used, key => Assert.Contains(key, known.Keys));
    }

    internal static string ProjectRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "MppDigital.sln"))) return at.FullName;
        }

        throw new InvalidOperationException("Not below MppDigital.sln.");
    }

    private static Dictionary<string, string> Read(string name, CultureInfo culture) =>
        new ResourceManager(name, typeof(SharedTexts).Assembly).GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!) ?? [];

    private static IEnumerable<string> Holes(string text) => Hole().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Hole();

    [GeneratedRegex("\\bT\\[\"(\\w+)\"")]
    private static partial Regex Key();
}
