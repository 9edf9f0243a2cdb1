using System.Text.RegularExpressions;

namespace MppDigital.Architecture.Tests;

public sealed partial class SourceTextTests
{
    private const int LongestFile = 300;

    private static readonly IReadOnlyList<string> Code = [.. Repository.Files("src", ".cs")];
    private static readonly IReadOnlyList<string> Pages = [.. Repository.Files("src", ".razor")];

    [Fact]
    public void Sees_the_sources()
    {
        Assert.True(Code.Count > 300);
        Assert.True(Pages.Count > 20);
    }

    [Fact]
    public void Folds_nothing_away_and_silences_no_warning() => Finding.None(Found(Code.Concat(Repository.Files("tests", ".cs")).Where(f => !IsThisFile(f)), Directive()));

    [Fact]
    public void Asks_the_clock_it_was_given() => Finding.None(Found(Code.Concat(Pages), SystemClock()));

    [Fact]
    public void Writes_no_script_or_style_into_a_page() => Finding.None(Found(Pages, InlineScriptOrStyle()));

    [Fact]
    public void Has_no_file_too_long_to_read() =>
        Finding.None(Code.Concat(Pages).Concat(Repository.Files("tests", ".cs")).Where(f => File.ReadLines(f).Count() > LongestFile).Select(Repository.Short));

    [Theory]
    [InlineData("    #region Queries")]
    [InlineData("#pragma warning disable CS8602")]
    public void Would_find_a_directive(string line) => Assert.Matches(Directive(), line);

    [Theory]
    [InlineData("var now = DateTime.Now;")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    public void Would_find_the_system_clock(string line) => Assert.Matches(SystemClock(), line);

    [Theory]
    [InlineData("<p style=\"color:red\">")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<button onclick=\"go()\">")]
    [InlineData("<style>p { }</style>")]
    public void Would_find_inline_script_and_style(string line) => Assert.Matches(InlineScriptOrStyle(), line);

    [Fact]
    public void Allows_a_script_of_its_own_file() => Assert.DoesNotMatch(InlineScriptOrStyle(), "<script type=\"module\" src=\"@asset\"></script>");

    private static IEnumerable<string> Found(IEnumerable<string> files, Regex pattern) => files.SelectMany(file =>
        File.ReadLines(file).Select((line, index) => (line, index)).Where(l => pattern.IsMatch(l.line)).Select(l => $"{Repository.Short(file)}:{l.index + 1}: {l.line.Trim()}"));

    // It names what it looks for.
    private static bool IsThisFile(string file) => Path.GetFileName(file) == $"{nameof(SourceTextTests)}.cs";

    [GeneratedRegex(@"^\s*#(region|endregion|pragma)\b")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Utc)?Now\b|\bDateTime\.Today\b")]
    private static partial Regex SystemClock();

    [GeneratedRegex("""<script(?![^>]*\ssrc=)|<style\b|<[a-zA-Z][^>]*\s(style|on[a-z]+)\s*=\s*["']""")]
    private static partial Regex InlineScriptOrStyle();
}
