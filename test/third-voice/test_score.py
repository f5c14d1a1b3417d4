"""Runs rows.json through the scorer: `python3 test/third-voice/test_score.py`. Expected values were worked out by hand."""

import json
import os
import subprocess
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, 'rows.json'), encoding='utf-8') as file:
    ROWS = json.load(file)


def answers(documents):
    """What the scorer prints for these documents, over its own door, in one process."""
    lines = ''.join(json.dumps(d, ensure_ascii=False) + '\n' for d in documents)
    run = subprocess.run([sys.executable, os.path.join(HERE, 'score.py')], input=lines, capture_output=True,
                         encoding='utf-8', check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


class Rows(unittest.TestCase):
    def test_every_row_gives_what_it_says(self):
        found = answers(ROWS)
        self.assertEqual(len(found), len(ROWS))
        for row, answer in zip(ROWS, found):
            expected = row['expected']
            with self.subTest(row['name']):
                if 'refused' in expected:
                    self.assertEqual(answer, expected)
                    continue
                for key in ('total', 'grade', 'state'):
                    self.assertEqual(answer[key], expected[key], (key, answer))
                for key in ('scores', 'states'):
                    there = {name: answer[key][name] for name in expected.get(key, {})}
                    self.assertEqual(there, expected.get(key, {}), key)

    def test_names_are_unique(self):
        self.assertEqual(len({row['name'] for row in ROWS}), len(ROWS))

    def test_a_long_json_number_is_an_error(self):
        row = next(r for r in ROWS if r['name'] == 'missing blocks by default')
        for x, state in ((9.00000000000001, 'present'), ('9.0000000000000001', 'present')):
            document = {**row, 'submission': {**row['submission'], 'items': {'x': x}}}
            self.assertEqual(answers([document])[0]['states']['a'], state)
        line = json.dumps(row, ensure_ascii=False).replace('"x": 9', '"x": 9.000000000000001')
        run = subprocess.run([sys.executable, os.path.join(HERE, 'score.py')], input=line + '\n', capture_output=True,
                             encoding='utf-8', check=True)
        self.assertEqual(json.loads(run.stdout)['states']['a'], 'error')


if __name__ == '__main__':
    unittest.main()
